/** Measurements of Escapement and its peers on the same work. */
package dev.escapement.samples.benchmarks;
