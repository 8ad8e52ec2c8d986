/** What the settings of computations are made of. */
import { z } from 'zod';

export const refs = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

/** True: where the computation has an answer it stands, and the rules only add passages. */
export const decides = z.boolean().optional();
