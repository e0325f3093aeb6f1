package dev.escapement.samples.retail.shop;

/**
 * Money that moved for an order.
 *
 * @param transactionType which way
 * @param amount how much; never negative
 * @param paymentMethodId the customer's end of it
 */
public record PaymentRecord(TransactionType transactionType, double amount, String paymentMethodId) {

    static PaymentRecord payment(double amount, String paymentMethodId) {
        return new PaymentRecord(TransactionType.PAYMENT, amount, paymentMethodId);
    }

    static PaymentRecord refund(double amount, String paymentMethodId) {
        return new PaymentRecord(TransactionType.REFUND, amount, paymentMethodId);
    }
}
