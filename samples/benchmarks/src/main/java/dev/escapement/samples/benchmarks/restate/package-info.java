/** A benchmark of agent threads on a server of Restate. */
package dev.escapement.samples.benchmarks.restate;
