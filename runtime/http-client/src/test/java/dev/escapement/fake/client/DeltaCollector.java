package dev.escapement.fake.client;

import dev.escapement.model.Delta;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A reply assembled from its deltas. */
public final class DeltaCollector implements Consumer<Delta>, Delta.Visitor<Runnable> {

    public final StringBuilder text = new StringBuilder();
    public final StringBuilder thinking = new StringBuilder();
    private final List<String> tools = new ArrayList<>();
    private final List<StringBuilder> arguments = new ArrayList<>();

    @Override
    public void accept(Delta delta) {
        delta.accept(this).run();
    }

    @Override
    public Runnable text(Delta.Text more) {
        return () -> text.append(more.text());
    }

    @Override
    public Runnable thinking(Delta.Thinking more) {
        return () -> thinking.append(more.text());
    }

    @Override
    public Runnable callBegun(Delta.CallBegun begun) {
        return () -> {
            if (begun.index() != tools.size()) {
                throw new AssertionError("call " + begun.index() + " begins after " + tools);
            }
            tools.add(begun.tool());
            arguments.add(new StringBuilder());
        };
    }

    @Override
    public Runnable arguments(Delta.Arguments more) {
        return () -> arguments.get(more.index()).append(more.fragment());
    }

    @Override
    public Runnable discarded(Delta.Discarded delta) {
        return () -> {};
    }

    /** Returns the calls, each as its tool and its arguments. */
    public List<String> calls() {
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < tools.size(); i++) {
            calls.add(tools.get(i) + " " + arguments.get(i));
        }
        return calls;
    }
}
