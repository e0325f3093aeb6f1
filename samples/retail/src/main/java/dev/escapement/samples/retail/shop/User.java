package dev.escapement.samples.retail.shop;

import dev.escapement.Codec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A customer with an account.
 *
 * @param userId the id of the account
 * @param name the name of the customer
 * @param address the default address of new orders
 * @param email the e-mail address
 * @param paymentMethods the payment methods, by id
 * @param orders the numbers of the customer's orders
 */
@Codec
public record User(
        String userId,
        Name name,
        Address address,
        String email,
        Map<String, PaymentMethod> paymentMethods,
        List<String> orders) {
    public User {
        paymentMethods = InsertionOrder.copyOf(paymentMethods);
        orders = List.copyOf(orders);
    }

    /**
     * Returns the customer's payment method with a given id.
     *
     * @param id the id of the method
     * @return the method
     * @throws ShopException if the customer does not have a method with this id
     */
    public PaymentMethod paymentMethod(String id) throws ShopException {
        PaymentMethod method = paymentMethods.get(id);
        if (method == null) {
            throw new ShopException("Payment method not found");
        }
        return method;
    }

    User withAddress(Address moved) {
        return new User(userId, name, moved, email, paymentMethods, orders);
    }

    /** Returns a copy of this customer that reflects a refund to a payment method. A negative amount is a payment. */
    User credited(String methodId, double amount) throws ShopException {
        Map<String, PaymentMethod> methods = new LinkedHashMap<>(paymentMethods);
        methods.put(methodId, paymentMethod(methodId).credited(amount));
        return new User(userId, name, address, email, methods, orders);
    }
}
