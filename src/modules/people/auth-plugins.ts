import { passkey } from '@better-auth/passkey';
import { twoFactor } from 'better-auth/plugins';
import { requireVerified } from './auth-guards.ts';

/** Codes of an authenticator app, and recovery codes for the day it is lost. */
export const secondFactor = () =>
  twoFactor({
    issuer: 'Glasnik',
    schema: {
      user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
      twoFactor: {
        modelName: 'two_factors',
        fields: {
          userId: 'person_id',
          backupCodes: 'backup_codes',
          failedVerificationCount: 'failed_verification_count',
          lockedUntil: 'locked_until',
        },
      },
    },
  });

/** Passkeys. `origins` are the addresses that a browser may say it is on. */
export const passkeys = (origins: readonly string[]) =>
  passkey({
    rpName: 'Glasnik',
    origin: [...origins],
    // It stands for password and second factor at once, so the device has to know that it is its owner.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      afterVerification: ({ verification }) => requireVerified(verification.registrationInfo?.userVerified),
    },
    authentication: {
      afterVerification: ({ verification }) => requireVerified(verification.authenticationInfo.userVerified),
    },
    schema: {
      passkey: {
        modelName: 'passkeys',
        fields: {
          userId: 'person_id',
          publicKey: 'public_key',
          credentialID: 'credential_id',
          deviceType: 'device_type',
          backedUp: 'backed_up',
          createdAt: 'created_at',
        },
      },
    },
  });
