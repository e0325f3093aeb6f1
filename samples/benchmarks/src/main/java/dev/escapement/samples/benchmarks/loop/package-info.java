/** The cost of a step of an agent loop, with a stub model in memory, in Escapement, LangChain4j and Spring AI. */
package dev.escapement.samples.benchmarks.loop;
