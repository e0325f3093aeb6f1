package dev.escapement.samples.supportdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.jdbc.PostgresExtension;
import dev.escapement.jdbc.PostgresServer;
import dev.escapement.run.Approver;
import dev.escapement.run.Runner;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Tests refunds in the Spring profile {@code postgresql}, whose transactions do not exclude each other. */
@Tag("postgresql")
@ExtendWith(PostgresExtension.class)
class PostgresRefundTest {

    private final URI database;
    private RunningDesk desk;

    PostgresRefundTest(PostgresServer server) throws Exception {
        this.database = URI.create(server.newDatabase().substring("jdbc:".length()));
    }

    /**
     * Refunds whose first insertion waits until a second one follows or a transaction waits for the first. Without an
     * annotation, because the scan of the application would find it in each test.
     */
    static class OverlappingRefunds {

        @Bean
        @Primary
        Refunds overlappingRefunds(JdbcClient database, PlatformTransactionManager manager) {
            TransactionTemplate elsewhere = new TransactionTemplate(manager);
            elsewhere.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            AtomicInteger insertions = new AtomicInteger();
            return new Refunds(database) {
                @Override
                RefundReceipt insert(String key, String orderId, long amountCents) {
                    RefundReceipt receipt = super.insert(key, orderId, amountCents);
                    if (insertions.incrementAndGet() == 1) {
                        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
                        while (insertions.get() == 1 && !isAwaited() && System.nanoTime() - deadline < 0) {
                            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                        }
                    }
                    return receipt;
                }

                private boolean isAwaited() {
                    return Boolean.TRUE.equals(elsewhere.execute(
                            status -> database.sql("select count(*) > 0 from pg_locks where not granted")
                                    .query(Boolean.class)
                                    .single()));
                }
            };
        }
    }

    @BeforeEach
    void start() {
        desk = RunningDesk.start(
                List.of(SupportDeskApplication.class, OverlappingRefunds.class),
                RunningDesk.arguments(
                        "--spring.profiles.active=postgresql",
                        "--PGHOST=" + database.getHost(),
                        "--PGPORT=" + database.getPort(),
                        "--PGDATABASE=" + database.getPath().substring(1),
                        "--PGUSER=" + database.getQuery().substring("user=".length())));
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    /** Approves a refund of the complete price, on another Java thread. */
    private CompletableFuture<Void> approve(String thread) throws Exception {
        Runner clerk = desk.bean("refundClerkRunner", Runner.class);
        clerk.start(thread, "Refund 24900 cents of order B-2002: broken");
        desk.await("escapement/api/questions", "\"threadId\":\"" + thread + "\"");
        return CompletableFuture.runAsync(() -> clerk.approve(thread, "call_1", Approver.of("alice")));
    }

    @Test
    void concurrentRefundsDoNotExceedThePrice() throws Exception {
        CompletableFuture<Void> first = approve("refund-1");
        CompletableFuture<Void> second = approve("refund-2");
        first.get(60, TimeUnit.SECONDS);
        second.get(60, TimeUnit.SECONDS);
        desk.await("escapement/api/threads/refund-1", "\"phase\":\"FINISHED\"");
        desk.await("escapement/api/threads/refund-2", "\"phase\":\"FINISHED\"");

        assertEquals(List.of("B-2002"), desk.refundedOrders());
    }
}
