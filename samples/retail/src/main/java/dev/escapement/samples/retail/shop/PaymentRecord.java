package dev.escapement.samples.retail.shop;

/**
 * A payment or refund for an order.
 *
 * @param transactionType the direction
 * @param amount the amount, not negative
 * @param paymentMethodId the customer's payment method
 */
public record PaymentRecord(TransactionType transactionType, double amount, String paymentMethodId) {

    static PaymentRecord payment(double amount, String paymentMethodId) {
        return new PaymentRecord(TransactionType.PAYMENT, amount, paymentMethodId);
    }

    static PaymentRecord refund(double amount, String paymentMethodId) {
        return new PaymentRecord(TransactionType.REFUND, amount, paymentMethodId);
    }
}
