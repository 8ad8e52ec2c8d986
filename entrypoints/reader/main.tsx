import '../../lib/case/zod-without-eval.ts';
import { render } from 'preact';
import '../../components/styles/all.css';
import '../../components/styles/reader.css';
import { Reader } from './reader.tsx';

const place = document.getElementById('reader');
if (place !== null) render(<Reader />, place);
