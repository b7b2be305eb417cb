import { Cluster } from '../../shared/cluster/cluster.ts';
import { School } from '../../shared/cluster/schools.ts';
import { Agreement } from '../../shared/priorities/agreement.ts';
import { dayAt, type Owed, owedOn } from '../../shared/priorities/due.ts';
import { calendarAhead, dueEvents } from '../../shared/priorities/due-events.ts';
import { icsOf } from '../../shared/priorities/ics.ts';
import { Indicator } from '../../shared/priorities/indicator.ts';
import { Noticing } from '../../shared/priorities/noticing.ts';
import { linkToThing, thingFor } from '../../shared/priorities/one-thing.ts';
import { Priority } from '../../shared/priorities/priority.ts';
import { Reading } from '../../shared/priorities/reading.ts';
import { Baseline, Target } from '../../shared/priorities/target.ts';
import type { Kind, Record } from '../../shared/record.ts';
import { snapshotOf } from './records.ts';

/** What is due in a cluster, as an iCalendar object (RFC 5545); `address` is where its links lead. */
export function calendarOf(sql: SqlStorage, address: string, now: number): string {
  const snapshot = snapshotOf(sql);
  const list = <Body>(kind: Kind<Body>): Record<Body>[] =>
    [...snapshot.list(kind.kind)]
      .filter((record) => record.body !== null)
      .map((record) => ({ ...record, body: kind.read(record) }));
  const dealings = {
    ...{ priorities: list(Priority), schools: list(School), indicators: list(Indicator), readings: list(Reading) },
    ...{ baselines: list(Baseline), targets: list(Target), noticings: list(Noticing), agreements: list(Agreement) },
  };
  const schoolName = (id: string) => dealings.schools.find((one) => one.id === id)?.body?.name ?? '';
  const linkTo = (one: Owed) => {
    const thing = thingFor(one);
    return thing ? linkToThing(address, thing) : `${address}/app/`;
  };
  const [cluster] = list(Cluster);
  const owed = owedOn(dealings, dayAt(now), calendarAhead);
  const events = dueEvents(owed, { ...dealings, schoolName, linkTo });
  return icsOf(`${cluster?.body?.name ?? 'Our partnership'}: what is due`, events, now);
}
