// Hard at: every key typed draws every note anew, each in elements that were not there before.
export const notes = [
  'Request: Trigger point injections, left upper trapezius.',
  'Twitch response on palpation, with referred pain.',
  'Symptoms for five months; stretching was tried.',
];
