/** Benchmarks of durable appends to thread files and of loading threads from such files. */
package dev.escapement.samples.benchmarks.store;
