/** Benchmarks that compare compilation with an annotation processor to compilation of the generated sources. */
package dev.escapement.samples.benchmarks.compile;
