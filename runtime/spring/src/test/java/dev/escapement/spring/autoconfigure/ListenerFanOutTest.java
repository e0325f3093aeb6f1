package dev.escapement.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Tests the calls of several listeners. */
class ListenerFanOutTest {

    @Test
    void failureDoesNotPreventOtherCalls() {
        List<String> called = new ArrayList<>();

        assertThatThrownBy(() -> ListenerFanOut.run(List.of("a", "b"), listener -> {
                    called.add(listener);
                    throw new IllegalStateException(listener);
                }))
                .hasMessage("a")
                .hasSuppressedException(new IllegalStateException("b"));
        assertThat(called).containsExactly("a", "b");
    }

    @Test
    void combinedListenerCallsAll() {
        List<String> called = new ArrayList<>();
        List<Consumer<String>> listeners =
                List.of(text -> called.add("first " + text), text -> called.add("second " + text));

        Optional<Consumer<String>> combined =
                ListenerFanOut.of(listeners, all -> text -> all.accept(listener -> listener.accept(text)));
        combined.orElseThrow().accept("call");

        assertThat(called).containsExactly("first call", "second call");
    }

    @Test
    void sharedFailureIsNotItsOwnSuppressed() {
        IllegalStateException shared = new IllegalStateException("shared");

        assertThatThrownBy(() -> ListenerFanOut.run(List.of("a", "b"), listener -> {
                    throw shared;
                }))
                .isSameAs(shared);
    }
}
