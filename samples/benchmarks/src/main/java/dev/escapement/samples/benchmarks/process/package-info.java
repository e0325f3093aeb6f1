/** Measurements of whole processes: the start of a JVM until the first call of a tool, and one long thread. */
package dev.escapement.samples.benchmarks.process;
