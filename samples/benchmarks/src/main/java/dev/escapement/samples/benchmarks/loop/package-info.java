/** A benchmark of one step of an agent loop in Escapement, LangChain4j and Spring AI, with an in-memory stub model. */
package dev.escapement.samples.benchmarks.loop;
