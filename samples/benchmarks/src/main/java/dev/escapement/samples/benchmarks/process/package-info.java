/** Benchmarks of entire processes. They measure the start of a JVM until the first tool call, and one long thread. */
package dev.escapement.samples.benchmarks.process;
