import { z } from 'zod';
import { Id } from '../common.ts';
import { operation } from '../operation.ts';
import * as posts from '../posts.ts';
import * as review from '../review.ts';
import { I, inInstitution, list, one } from './path.ts';

const P = `${I}/posts/{postId}`;
const onPost = one('postId');
const and = <Name extends string>(name: Name) =>
  z.object({ ...onPost.shape, [name]: Id } as typeof onPost.shape & Record<Name, typeof Id>);

export const reviewOperations = {
  getReviewSettings: operation({
    method: 'GET',
    path: `${I}/review`,
    summary: 'Kinds of posts, the paths they take, approvers from outside',
    audience: 'member',
    params: inInstitution,
    response: review.ReviewSettings,
  }),
  changeReviewSettings: operation({
    method: 'PUT',
    path: `${I}/review`,
    summary: 'Set kinds and paths; what is under way keeps its path',
    audience: 'member',
    params: inInstitution,
    body: review.ReviewSettingsInput,
    response: review.ReviewSettings,
    ifMatch: true,
  }),
  nameOutsideApprover: operation({
    method: 'POST',
    path: `${I}/outside-approvers`,
    summary: 'Name somebody without an account who may be asked by a link',
    audience: 'member',
    params: inInstitution,
    body: review.OutsideApproverInput,
    response: review.ReviewSettings,
  }),
  archiveOutsideApprover: operation({
    method: 'DELETE',
    path: `${I}/outside-approvers/{outsideId}`,
    summary: 'Take an approver from outside off the list',
    audience: 'member',
    params: one('outsideId'),
    response: review.ReviewSettings,
  }),
  listReviews: operation({
    method: 'GET',
    path: `${I}/reviews`,
    summary: 'What waits for the answer of whoever asks, the most urgent first',
    audience: 'member',
    params: inInstitution,
    response: list(review.WaitingReview),
  }),
  hastenReview: operation({
    method: 'POST',
    path: `${P}/urgency`,
    summary: 'Go past all steps but the last, with the reason; recorded and counted',
    audience: 'member',
    params: onPost,
    body: review.PostHasten,
    response: posts.Post,
  }),
  meetCondition: operation({
    method: 'POST',
    path: `${P}/conditions/{conditionId}/met`,
    summary: 'Say that a condition of the approval is met; with the last one it is scheduled',
    audience: 'member',
    params: and('conditionId'),
    response: posts.Post,
  }),
  askOutsideApprover: operation({
    method: 'POST',
    path: `${P}/approval-links`,
    summary: 'Ask somebody without an account, by a link',
    audience: 'member',
    params: onPost,
    body: review.AskOutside,
    response: posts.Post,
  }),
  showApprovalLink: operation({
    method: 'POST',
    path: `${P}/approval-links/{approvalLinkId}/address`,
    summary: 'The address of a link, to hand it over; recorded',
    audience: 'member',
    params: and('approvalLinkId'),
    response: review.LinkShown,
  }),
  filePost: operation({
    method: 'PUT',
    path: `${P}/filing`,
    summary: 'Set the kind and the registry number; neither is under the seal',
    audience: 'member',
    params: onPost,
    body: review.PostFiling,
    response: posts.Post,
  }),
  markPostSeen: operation({
    method: 'PUT',
    path: `${P}/seen`,
    summary: 'Remember that the caller has looked at the version that stands',
    audience: 'member',
    params: onPost,
    response: null,
  }),
  listRemarks: operation({
    method: 'GET',
    path: `${P}/remarks`,
    summary: 'Remarks in threads, each at its place',
    audience: 'member',
    params: onPost,
    response: list(review.RemarkThread),
  }),
  listMentionable: operation({
    method: 'GET',
    path: `${P}/mentionable`,
    summary: 'Who can be mentioned in a remark: people who see the post',
    audience: 'member',
    params: onPost,
    response: list(review.Mentionable),
  }),
  startRemark: operation({
    method: 'POST',
    path: `${P}/remarks`,
    summary: 'Begin a thread on the post, a span of a text, or a point of a picture',
    audience: 'member',
    params: onPost,
    body: review.RemarkStart,
    response: list(review.RemarkThread),
  }),
  answerRemark: operation({
    method: 'POST',
    path: `${P}/remarks/{threadId}`,
    summary: 'Answer in a thread; one that was settled is open again',
    audience: 'member',
    params: and('threadId'),
    body: review.RemarkInput,
    response: list(review.RemarkThread),
  }),
  resolveRemark: operation({
    method: 'PUT',
    path: `${P}/remarks/{threadId}/resolved`,
    summary: 'Settle a thread, or open it again',
    audience: 'member',
    params: and('threadId'),
    body: z.object({ resolved: z.boolean() }),
    response: list(review.RemarkThread),
  }),
};
