import { describeMainJob } from './main-job-story.ts';

describeMainJob('the main job in a real browser', async () => null);
