package dev.escapement.testkit;

import dev.escapement.run.Append;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.LeaseLostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Stores with a fault in leases. */
final class LeaseFaults {

    private LeaseFaults() {}

    /** Refuses appends under an expired lease that was not taken over. */
    static final class ExpiryChecked extends DelegatingStore {

        private final InstantSource clock;
        private final Map<Long, Instant> ends = new ConcurrentHashMap<>();

        ExpiryChecked(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
            this.clock = clock;
        }

        @Override
        public Optional<Lease> lease(String id, Duration time) {
            Optional<Lease> lease = correct.lease(id, time);
            lease.ifPresent(
                    acquired -> ends.put(acquired.token(), clock.instant().plus(time)));
            return lease;
        }

        @Override
        public void append(Append append) {
            Instant now = clock.instant();
            append.lease().map(lease -> ends.get(lease.token())).ifPresent(end -> {
                if (now.isAfter(end)) {
                    throw new LeaseLostException(append.threadId());
                }
            });
            correct.append(append);
        }
    }

    /** Reports success for each renewal. */
    static final class RenewalAlwaysSucceeds extends DelegatingStore {
        RenewalAlwaysSucceeds(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public Optional<Lease> lease(String id, Duration time) {
            return correct.lease(id, time).map(lease -> new DelegatingLease(lease) {
                @Override
                public boolean renew() {
                    super.renew();
                    return true;
                }
            });
        }
    }

    /** Does not extend leases. */
    static final class RenewalDoesNothing extends DelegatingStore {
        RenewalDoesNothing(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public Optional<Lease> lease(String id, Duration time) {
            return correct.lease(id, time).map(lease -> new DelegatingLease(lease) {
                @Override
                public boolean renew() {
                    return true;
                }
            });
        }

        @Override
        public void renew(Collection<? extends Lease> leases) {}
    }

    /** Releases the lease of the next holder as well. */
    static final class CloseReleasesNext extends DelegatingStore {

        private final Map<String, Lease> newest = new ConcurrentHashMap<>();

        CloseReleasesNext(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public Optional<Lease> lease(String id, Duration time) {
            Optional<Lease> acquired = correct.lease(id, time);
            acquired.ifPresent(lease -> newest.put(id, lease));
            return acquired.map(lease -> new DelegatingLease(lease) {
                @Override
                public void close() {
                    super.close();
                    newest.get(id).close();
                }
            });
        }
    }

    /** Never lets a lease expire. */
    static final class NoExpiry extends DelegatingStore {
        NoExpiry(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public Optional<Lease> lease(String id, Duration time) {
            return correct.lease(id, Duration.ofDays(1_000));
        }
    }

    /** Gives all leases of a thread the same token. */
    static final class ConstantToken extends DelegatingStore {
        ConstantToken(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public Optional<Lease> lease(String id, Duration time) {
            return correct.lease(id, time).map(lease -> new DelegatingLease(lease) {
                @Override
                public long token() {
                    return 1;
                }
            });
        }
    }

    /** Starts the tokens of a thread with the id of a deleted one at the same number. */
    static final class TokensRestart extends DelegatingStore {

        private final Map<String, Long> offsets = new ConcurrentHashMap<>();

        TokensRestart(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public boolean delete(String id) {
            offsets.remove(id);
            return correct.delete(id);
        }

        @Override
        public Optional<Lease> lease(String id, Duration time) {
            return correct.lease(id, time).map(lease -> {
                long offset = offsets.computeIfAbsent(id, first -> lease.token() - 1);
                return new DelegatingLease(lease) {
                    @Override
                    public long token() {
                        return super.token() - offset;
                    }
                };
            });
        }

        @Override
        public void append(Append append) {
            Long offset = offsets.get(append.threadId());
            correct.append(
                    append.lease().isEmpty() || offset == null
                            ? append
                            : append.under(new DelegatingLease(append.lease().get()) {
                                @Override
                                public long token() {
                                    return super.token() + offset;
                                }
                            }));
        }
    }

    /** Reports that each lease is held, whatever its time. */
    static final class AlwaysHeld extends DelegatingStore {
        AlwaysHeld(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public Optional<Lease> lease(String id, Duration time) {
            return correct.lease(id, time).map(lease -> new DelegatingLease(lease) {
                @Override
                public boolean isHeld() {
                    return true;
                }
            });
        }
    }
}
