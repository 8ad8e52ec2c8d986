import '../../lib/case/zod-without-eval.ts';
import { render } from 'preact';
import '../../components/styles/all.css';
import './options.css';
import { Options } from './options.tsx';

const place = document.getElementById('options');
if (place !== null) render(<Options />, place);
