package dev.escapement.testkit;

import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import java.util.List;

/** A fault of the collection of contents, with tests that fail. */
enum CollectionFault {
    UNUSED_KEPT(
            new Collector() {
                @Override
                public boolean isEnabled() {
                    return false;
                }
            },
            "unusedContentIsCollected",
            "contentOfErasedAndDeletedThreadsIsCollected"),
    ERASED_COUNTS(
            new Collector() {
                @Override
                public boolean followsErasures() {
                    return false;
                }
            },
            "contentOfErasedAndDeletedThreadsIsCollected"),
    START_IGNORED(ignoring(EventKind.STARTED), "filesOfStartAreKept"),
    CONTEXT_IGNORED(ignoring(EventKind.CONTEXT_FETCHED), "filesOfResultsAreKept"),
    CALLS_IGNORED(ignoring(EventKind.MODEL_REPLIED), "filesInArgumentsAreKept"),
    SELECTED_CALLS_IGNORED(ignoring(EventKind.CALL_SELECTED), "filesInSelectedCallsAreKept"),
    EDITS_IGNORED(ignoring(EventKind.APPROVED), "filesInEditedArgumentsAreKept"),
    ANSWERS_IGNORED(ignoring(EventKind.ANSWERED_BY_PERSON), "filesInAnswersOfPeopleAreKept");

    /** The behaviour of a collector; correct by default. */
    interface Collector {

        default boolean isEnabled() {
            return true;
        }

        default boolean followsErasures() {
            return true;
        }

        default boolean ignores(Event event) {
            return false;
        }
    }

    private final Collector collector;
    private final List<String> failures;

    CollectionFault(Collector collector, String... failures) {
        this.collector = collector;
        this.failures = List.of(failures);
    }

    private static Collector ignoring(EventKind kind) {
        return new Collector() {
            @Override
            public boolean ignores(Event event) {
                return event.kind() == kind;
            }
        };
    }

    Collector collector() {
        return collector;
    }

    /** Returns the names of tests that fail. */
    List<String> failures() {
        return failures;
    }
}
