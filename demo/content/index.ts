/** The demonstration programme: seven institutions and the coordinator who trains and follows them. */
import { fillInstitution } from './fill-dates.ts';
import { ads } from './ads/index.ts';
import { apik } from './apik/index.ts';
import { bhas } from './bhas/index.ts';
import { dei } from './dei/index.ts';
import { hea } from './hea/index.ts';
import { parco } from './parco/index.ts';
import { siGsvm } from './si-gsvm/index.ts';
import type { DemoCoordinator, DemoInstitution, DemoProgramme, InstitutionKey } from './shape.ts';

const templates: DemoInstitution[] = [parco, dei, bhas, hea, ads, siGsvm, apik];

const everywhere: InstitutionKey[] = ['parco', 'dei', 'bhas', 'hea', 'ads', 'si-gsvm', 'apik'];

const coordinator: DemoCoordinator = {
  key: 'coordinator',
  name: 'Jasmina Delalić',
  email: 'jasmina.delalic@si-gsvm.example.org',
  variant: 'bs',
  roles: everywhere.map((institution) => ({ institution, role: 'auditor' })),
};

/**
 * The whole programme with every date counted from `today`, which is the institutions' local day (Europe/Sarajevo).
 * It is a function so that the demonstration never grows old and two runs on the same day give the same content.
 */
export function programmeOn(today: Temporal.PlainDate): DemoProgramme {
  return { institutions: templates.map((institution) => fillInstitution(institution, today)), coordinator };
}
