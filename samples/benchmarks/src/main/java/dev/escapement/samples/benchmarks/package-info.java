/** Benchmarks of Escapement and comparable libraries on the same work. */
package dev.escapement.samples.benchmarks;
