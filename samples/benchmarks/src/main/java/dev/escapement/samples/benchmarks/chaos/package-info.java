/** A program that kills processes while they run agent threads, and verifies the threads and the effects of the steps. */
package dev.escapement.samples.benchmarks.chaos;
