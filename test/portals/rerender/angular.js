import '@angular/compiler';
import { Component, computed, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { notes } from './notes.js';

class App {
  typed = signal('');
  rows = computed(() => notes.map((note) => ({ note, typed: this.typed() })));
}

Component({
  selector: '#app',
  template: `<main>
    <h1>Flicker Claims FL-9</h1>
    <input type="search" aria-label="Find" [value]="typed()" (input)="typed.set($any($event.target).value)" />
    @for (row of rows(); track row) {
      <p>{{ row.note }}</p>
    }
  </main>`,
})(App);

void bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });
