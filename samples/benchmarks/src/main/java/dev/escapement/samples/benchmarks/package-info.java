/** Benchmarks that compare Escapement with similar libraries on the same work. */
package dev.escapement.samples.benchmarks;
