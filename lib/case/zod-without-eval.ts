import { config } from 'zod';

// Zod tries once whether it may make code from text, to be quicker. The policy of the extension's
// pages forbids that, and the browser would note the attempt as a violation.
config({ jitless: true });
