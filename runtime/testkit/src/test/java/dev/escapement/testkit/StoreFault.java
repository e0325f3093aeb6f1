package dev.escapement.testkit;

import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.ThreadStore;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;

/** A fault of a store, with the contract that detects it and tests that fail. */
enum StoreFault {
    LOST_EVENT(AppendFaults.LostEvent::new, ThreadStoreSuite.Threads.class, "batchIsStoredInOrder"),
    POSITION_NOT_CHECKED(
            AppendFaults.PositionNotChecked::new,
            ThreadStoreSuite.Threads.class,
            "takenPositionIsRefused",
            "positionBeyondEndIsRefused",
            "secondStartIsRefused",
            "refusedBatchStoresNothing",
            "appendWithoutEventsChecksPosition"),
    CHECK_NOT_ATOMIC(
            AppendFaults.CheckNotAtomic::new, ThreadStoreSuite.Conflicts.class, "oneOfTenAppendersWinsEachPosition"),
    HALF_BATCH(AppendFaults.HalfBatch::new, ThreadStoreSuite.Threads.class, "refusedBatchStoresNothing"),
    CUT_TEXTS(AppendFaults.CutTexts::new, ThreadStoreSuite.Threads.class, "bigEventSurvives"),
    IDS_IGNORE_CASE(AppendFaults.IdsIgnoreCase::new, ThreadStoreSuite.Threads.class, "hostileIdsIdentifyThreads"),
    STANDING_OF_REFUSED(
            AppendFaults.StandingOfRefused::new, ThreadStoreSuite.ThreadEntries.class, "refusedAppendKeepsStanding"),
    TOKEN_NOT_CHECKED(
            AppendFaults.TokenNotChecked::new,
            ThreadStoreSuite.Leases.class,
            "supersededHolderCannotAppend",
            "supersededHolderCannotAppendAfterNextClosed",
            "supersededHolderCannotAppendAfterNextExpired"),
    TOKEN_CHECKED_LAST(
            AppendFaults.TokenCheckedLast::new,
            ThreadStoreSuite.Leases.class,
            "supersededHolderGetsLeaseLostAtWrongPosition"),
    ERASE_KEEPS_TEXT(
            AppendFaults.EraseKeepsText::new, ThreadStoreSuite.DeletedThreads.class, "erasedThreadCannotBeLoaded"),
    DELETE_KEEPS_LABELS(
            AppendFaults.DeleteKeepsLabels::new,
            ThreadStoreSuite.ThreadEntries.class,
            "labelsOfDeletedThreadDoNotReturn"),

    EXPIRY_CHECKED(LeaseFaults.ExpiryChecked::new, ThreadStoreSuite.Leases.class, "expiredLeaseStillAppends"),
    RENEWAL_ALWAYS_SUCCEEDS(
            LeaseFaults.RenewalAlwaysSucceeds::new,
            ThreadStoreSuite.Leases.class,
            "supersededHolderCannotRenew",
            "closedLeaseCannotBeRenewed"),
    RENEWAL_DOES_NOTHING(LeaseFaults.RenewalDoesNothing::new, ThreadStoreSuite.Leases.class, "renewalExtendsLease"),
    RENEWAL_OF_SEVERAL_DOES_NOTHING(
            LeaseFaults.RenewalDoesNothing::new,
            ThreadStoreSuite.Queue.class,
            "renewalOfSeveralExtendsEach",
            "renewalOfSeveralReportsLostLeases"),
    CLOSE_RELEASES_NEXT(
            LeaseFaults.CloseReleasesNext::new,
            ThreadStoreSuite.Leases.class,
            "closingTwiceKeepsNextLease",
            "supersededHolderCannotReleaseNext"),
    NO_EXPIRY(LeaseFaults.NoExpiry::new, ThreadStoreSuite.Leases.class, "expiredLeaseCanBeTakenOver"),
    CONSTANT_TOKEN(LeaseFaults.ConstantToken::new, ThreadStoreSuite.Leases.class, "tokensIncrease"),
    TOKENS_RESTART(
            LeaseFaults.TokensRestart::new,
            ThreadStoreSuite.DeletedThreads.class,
            "leaseOfDeletedThreadIsSupersededByRestart"),
    ALWAYS_HELD(
            LeaseFaults.AlwaysHeld::new,
            ThreadStoreSuite.Leases.class,
            "leaseIsHeldUntilClosed",
            "leaseIsHeldForItsTimeOnly"),

    LABELS_IGNORED(
            IndexFaults.LabelsIgnored::new,
            ThreadStoreSuite.ThreadEntries.class,
            "labelsSelectThreads",
            "filtersCombine"),
    SINCE_CHANGES(
            IndexFaults.SinceChanges::new,
            ThreadStoreSuite.Pages.class,
            "appendInSamePhaseKeepsPlace",
            "pagesAreStableUnderAppends"),
    SINCE_OF_ENTRY_CHANGES(
            IndexFaults.SinceChanges::new, ThreadStoreSuite.ThreadEntries.class, "appendInSamePhaseKeepsSince"),
    OFFSET_CURSOR(IndexFaults.OffsetCursor::new, ThreadStoreSuite.Pages.class, "pagesAreStableUnderStartsAndDeletions"),
    UTF_16_ORDER(IndexFaults.Utf16Order::new, ThreadStoreSuite.Pages.class, "idsOrderThreadsOfSameTime"),
    CURSOR_NOT_VALIDATED(IndexFaults.CursorNotValidated::new, ThreadStoreSuite.Pages.class, "foreignCursorsAreRefused"),
    CURSOR_ON_LAST_PAGE(IndexFaults.CursorOnLastPage::new, ThreadStoreSuite.Pages.class, "lastPageHasNoCursor"),
    UNBOUNDED_COUNT(IndexFaults.UnboundedCount::new, ThreadStoreSuite.ThreadEntries.class, "countIsBounded"),
    KINDS_IGNORED(IndexFaults.KindsIgnored::new, ThreadStoreSuite.Questions.class, "kindsSelectQuestions"),

    CLAIMED_TWICE(
            QueueFaults.ClaimedTwice::new,
            ThreadStoreSuite.Queue.class,
            "claimedThreadIsNotClaimedAgain",
            "eightClaimersNeverShareThread"),
    LAST_DUE_FIRST(QueueFaults.LastDueFirst::new, ThreadStoreSuite.Queue.class, "longestDueIsClaimedFirst"),
    DUE_IGNORED(QueueFaults.DueIgnored::new, ThreadStoreSuite.Queue.class, "threadIsNotDueBeforeItsTime"),
    AGENTS_IGNORED(QueueFaults.AgentsIgnored::new, ThreadStoreSuite.Queue.class, "threadsOfOtherAgentsAreNotClaimed"),
    ATTEMPTS_KEPT(QueueFaults.AttemptsKept::new, ThreadStoreSuite.Retries.class, "appendResetsAttempts"),
    PARKED_IS_DUE(QueueFaults.ParkedIsDue::new, ThreadStoreSuite.Retries.class, "parkedThreadIsNotDue"),
    DECISION_OVERRIDDEN(
            QueueFaults.DecisionOverridden::new,
            ThreadStoreSuite.Retries.class,
            "decisionBeforeRetryKeepsThreadDue",
            "decisionBeforeParkKeepsThreadDue"),
    DELAY_IGNORED(QueueFaults.DelayIgnored::new, ThreadStoreSuite.Retries.class, "retriedThreadIsNotDueBeforeDelay"),
    DEFINITION_IGNORED(
            QueueFaults.DefinitionIgnored::new,
            ThreadStoreSuite.Schedules.class,
            "changedScheduleIsReplaced",
            "tickOfOtherDefinitionDoesNotFire"),
    FIRED_TWICE(
            QueueFaults.FiredTwice::new,
            ThreadStoreSuite.Schedules.class,
            "tickFiresOnce",
            "tenSchedulersFireEachTickOnce"),
    TICK_LOST(
            QueueFaults.TickLost::new,
            ThreadStoreSuite.Schedules.class,
            "tickStartsThreadAndMovesSchedule",
            "tenSchedulersFireEachTickOnce");

    private final BiFunction<InMemoryThreadStore, InstantSource, ThreadStore> wrapper;
    private final Class<?> contract;
    private final List<String> failures;

    StoreFault(
            BiFunction<InMemoryThreadStore, InstantSource, ThreadStore> wrapper,
            Class<?> contract,
            String... failures) {
        this.wrapper = wrapper;
        this.contract = contract;
        this.failures = List.of(failures);
    }

    StoreFixture fixture() {
        return new MemoryFixture(wrapper);
    }

    /** Returns the contract of {@link ThreadStoreSuite} that detects the fault. */
    Class<?> contract() {
        return contract;
    }

    /** Returns the names of tests that fail. */
    List<String> failures() {
        return failures;
    }
}
