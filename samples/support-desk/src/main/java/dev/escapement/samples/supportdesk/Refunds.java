package dev.escapement.samples.supportdesk;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The refunds in the application's database. */
@Repository
class Refunds {

    private final JdbcClient database;

    Refunds(JdbcClient database) {
        this.database = database;
    }

    /**
     * Inserts a refund in the current transaction.
     *
     * @param key the idempotency key of the step that pays
     * @param orderId the order number
     * @param amountCents the amount, in cents
     * @return the receipt
     */
    RefundReceipt insert(String key, String orderId, long amountCents) {
        database.sql("insert into refund (idempotency_key, order_id, amount_cents) values (?, ?, ?)")
                .params(key, orderId, amountCents)
                .update();
        return new RefundReceipt(orderId, amountCents);
    }
}
