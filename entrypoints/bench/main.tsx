import '../../lib/case/zod-without-eval.ts';
import { render } from 'preact';
import '../../components/styles/all.css';
import '../../components/styles/bench.css';
import { Bench } from './bench.tsx';

const place = document.getElementById('bench');
if (place !== null) render(<Bench />, place);
