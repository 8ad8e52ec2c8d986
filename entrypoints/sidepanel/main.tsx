import '../../lib/case/zod-without-eval.ts';
import { render } from 'preact';
import '../../components/styles/all.css';
import './sidepanel.css';
import { readEnglish } from '../../lib/wording/english.ts';
import { SidePanel } from './side-panel.tsx';

const place = document.getElementById('panel');
if (place !== null) void readEnglish().then(() => render(<SidePanel />, place));
