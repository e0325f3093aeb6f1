package dev.escapement.samples.benchmarks.process;

import dev.escapement.samples.benchmarks.loop.EscapementLoop;
import dev.escapement.samples.benchmarks.loop.LangChain4jLoop;
import dev.escapement.samples.benchmarks.loop.LoopSubject;
import dev.escapement.samples.benchmarks.loop.SpringAiLoop;

/** A measured program that runs a conversation and ends when the tool is called. */
public final class FirstCall {

    private FirstCall() {}

    /**
     * Runs the program.
     *
     * @param args the name of a library
     */
    public static void main(String[] args) {
        LoopSubject subject = switch (args[0]) {
            case "escapement" -> new EscapementLoop();
            case "langchain4j" -> new LangChain4jLoop(false);
            case "spring-ai" -> new SpringAiLoop();
            default -> throw new IllegalArgumentException("unknown library: " + args[0]);
        };
        subject.run(1);
    }
}
