import { useMutation } from '@tanstack/react-query';
import { Icon } from '../shared/icon.tsx';
import { useT } from '../words/index.ts';

type PasskeyButtonProps = { onSignedIn: () => void; onProblem: (problem: unknown) => void };

export function PasskeyButton({ onSignedIn, onProblem }: PasskeyButtonProps) {
  const t = useT();
  const attempt = useMutation({
    // Loaded when it is wanted: most first visits do without.
    mutationFn: async () => (await import('./passkey.ts')).signInWithPasskey(),
    onMutate: () => onProblem(null),
    onSuccess: onSignedIn,
    onError: onProblem,
  });
  return (
    <button
      type="button"
      className="button button--large button--wide"
      aria-busy={attempt.isPending}
      aria-disabled={attempt.isPending}
      onClick={() => attempt.mutate()}
    >
      <Icon name="key" />
      {t('studio:sign-in.passkey')}
    </button>
  );
}
