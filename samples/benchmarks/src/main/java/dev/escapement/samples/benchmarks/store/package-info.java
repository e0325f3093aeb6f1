/** The cost of durable appends to threads in files, and of loading them. */
package dev.escapement.samples.benchmarks.store;
