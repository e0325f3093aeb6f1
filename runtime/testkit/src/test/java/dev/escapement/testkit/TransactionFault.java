package dev.escapement.testkit;

import dev.escapement.run.Append;
import dev.escapement.run.Standing;
import java.util.List;
import java.util.function.Supplier;

/** A fault of a transactional store, with tests that fail. */
enum TransactionFault {
    ROLLBACK_KEEPS_EVENTS(
            () -> new TableFixture() {
                @Override
                void rollBack(Rows rows, List<Append> appends) {
                    appends.forEach(memory()::append);
                }
            },
            "exceptionAfterAppendRollsBack",
            "errorRollsBack"),
    ROLLBACK_KEEPS_ROWS(
            () -> new TableFixture() {
                @Override
                void rollBack(Rows rows, List<Append> appends) {
                    committed().addAll(rows.values());
                }
            },
            "exceptionBeforeAppendRollsBack",
            "exceptionAfterAppendRollsBack",
            "movedPositionRollsBack",
            "supersededLeaseRollsBack"),
    COMMIT_LOSES_EVENTS(
            () -> new TableFixture() {
                @Override
                void commit(Rows rows, List<Append> appends) {
                    committed().addAll(rows.values());
                }
            },
            "rowsAndEventsCommitTogether",
            "appendsFollowEachOther"),
    COMMIT_LOSES_ROWS(
            () -> new TableFixture() {
                @Override
                void commit(Rows rows, List<Append> appends) {
                    appends.forEach(memory()::append);
                }
            },
            "rowsAndEventsCommitTogether",
            "concurrentStepsCommitIndependently"),
    COMMIT_LOSES_STANDING(
            () -> new TableFixture() {
                @Override
                void commit(Rows rows, List<Append> appends) {
                    super.commit(
                            rows,
                            appends.stream()
                                    .map(append -> append.with(Standing.RUNNABLE))
                                    .toList());
                }
            },
            "standingCommitsWithEvents"),
    FAILURE_ROLLS_ROWS_BACK(
            () -> new TableFixture() {
                @Override
                void failed(Rows rows) {
                    rows.values().clear();
                }
            },
            "swallowedFailureCommitsAllOrNothing",
            "swallowedFailureWithoutAppendCommitsOrThrows"),
    FAILURE_COMMITS_ROWS(
            () -> new TableFixture() {
                @Override
                void failed(Rows rows) {
                    committed().addAll(rows.values());
                }
            },
            "swallowedFailureCommitsAllOrNothing",
            "swallowedFailureWithoutAppendCommitsOrThrows"),
    COMMIT_REQUIRES_APPEND(
            () -> new TableFixture() {
                @Override
                void commit(Rows rows, List<Append> appends) {
                    if (!appends.isEmpty()) {
                        super.commit(rows, appends);
                    }
                }
            },
            "transactionWithoutAppendCommitsRows",
            "swallowedFailureWithoutAppendCommitsOrThrows");

    private final Supplier<TableFixture> fixture;
    private final List<String> failures;

    TransactionFault(Supplier<TableFixture> fixture, String... failures) {
        this.fixture = fixture;
        this.failures = List.of(failures);
    }

    TableFixture fixture() {
        return fixture.get();
    }

    /** Returns the names of tests that fail. */
    List<String> failures() {
        return failures;
    }
}
