import { useState } from 'preact/hooks';
import {
  type AddressFault,
  readServerAndTeam,
  type TeamAddress,
} from '../../lib/library/sync/team-address.ts';
import { words } from '../../lib/wording/words.ts';
import { useTeamServer } from '../options/policy.ts';
import { TeamField } from './team-field.tsx';
import { addressSentence } from './team-words.ts';

/** Where a team is, as it is typed. */
export interface TypedServer {
  server: string;
  team: string;
}

/** What was typed, and the address it comes to when asked. */
export function useTypedServer() {
  const locked = useTeamServer();
  const [typed, setTyped] = useState<TypedServer>({ server: '', team: '' });
  const [fault, setFault] = useState<AddressFault | null>(null);
  const server = locked?.server ?? typed.server;
  /** The address; null where it is none, which is said then. */
  const read = (): TeamAddress | null => {
    const address = readServerAndTeam(server, typed.team);
    setFault('fault' in address ? address.fault : null);
    return 'fault' in address ? null : address.address;
  };
  return { typed: { ...typed, server }, setTyped, fault, locked, read };
}

/** The two fields for the address of a team's database; an organisation may have set the first. */
export function ServerFields({ of }: { of: ReturnType<typeof useTypedServer> }) {
  const { typed, setTyped, fault, locked } = of;
  return (
    <>
      <div class="two">
        <TeamField
          label={words('team_server')}
          value={typed.server}
          placeholder="https://"
          onInput={(server) => setTyped({ ...typed, server })}
          isLocked={locked !== null}
          isWrong={fault !== null && fault !== 'no-database'}
          hint={locked?.why}
        />
        <TeamField
          label={words('team_name')}
          value={typed.team}
          onInput={(team) => setTyped({ ...typed, team })}
          isWrong={fault === 'no-database'}
        />
      </div>
      {fault !== null && (
        <p class="wrong" role="alert">
          {addressSentence(fault)}
        </p>
      )}
    </>
  );
}
