import type { Scene } from '../../../extension/priorities/scene.ts';
import type { Actor } from '../../../shared/cluster/roles.ts';
import { School } from '../../../shared/cluster/schools.ts';
import { Indicator } from '../../../shared/priorities/indicator.ts';
import { Reading } from '../../../shared/priorities/reading.ts';
import type { Kind, Record } from '../../../shared/record.ts';
import type { partnership } from '../../shared/priorities/partnership.ts';

/** A scene of a world, as somebody sees it. */
export function sceneOf({ world }: ReturnType<typeof partnership>, me: Actor): Scene {
  const list = <Body>(kind: Kind<Body>): Record<Body>[] =>
    [...world.records.values()]
      .filter((record) => record.kind === kind.kind)
      .map((record) => ({ ...record, body: kind.read(record) }));
  return {
    me,
    priorities: [],
    schools: list(School),
    indicators: list(Indicator),
    readings: list(Reading),
    baselines: [],
    noticings: [],
    agreements: [],
    members: [],
  };
}
