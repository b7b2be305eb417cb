import type { Place } from './shell.tsx';

/**
 * The places of the log page, in the order of its navigation. One more is one more line: its screen is loaded when it
 * is first gone to, begins with a `PlaceTitle`, and is given what stands behind its own part of the address.
 */
export const places: readonly Place[] = [
  {
    path: 'evidence',
    name: 'Evidence',
    load: () => import('./evidence-place.tsx').then(({ EvidencePlace }) => EvidencePlace),
  },
  {
    path: 'review',
    name: 'Review',
    load: () => import('./review-place.tsx').then(({ ReviewPlace }) => ReviewPlace),
    wide: true,
  },
  {
    path: 'priorities',
    name: 'Priorities',
    load: () => import('./priorities-place.tsx').then(({ PrioritiesPlace }) => PrioritiesPlace),
    wide: true,
  },
  {
    path: 'partnership',
    name: 'Partnership',
    load: () => import('./partnership-place.tsx').then(({ PartnershipPlace }) => PartnershipPlace),
  },
  {
    path: 'so-what',
    name: 'So what',
    load: () => import('./so-what-place.tsx').then(({ SoWhatPlace }) => SoWhatPlace),
    wide: true,
  },
  {
    path: 'cycles',
    name: 'Cycles',
    load: () => import('./cycles-place.tsx').then(({ CyclesPlace }) => CyclesPlace),
    wide: true,
  },
  {
    path: 'activities',
    name: 'Activities',
    load: () => import('./activities-place.tsx').then(({ ActivitiesPlace }) => ActivitiesPlace),
  },
  {
    path: 'meeting',
    name: 'For our meeting',
    load: () => import('./meeting-place.tsx').then(({ MeetingPlace }) => MeetingPlace),
  },
  {
    path: 'publish',
    name: 'Publish',
    load: () => import('./publish-place.tsx').then(({ PublishPlace }) => PublishPlace),
  },
  { path: 'do', name: 'One thing', load: () => import('./do-place.tsx').then(({ DoPlace }) => DoPlace), alone: true },
  { path: 'people', name: 'People', load: () => import('./people-place.tsx').then(({ PeoplePlace }) => PeoplePlace) },
];
