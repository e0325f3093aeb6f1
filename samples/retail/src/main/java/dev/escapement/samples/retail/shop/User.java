package dev.escapement.samples.retail.shop;

import dev.escapement.Codec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A customer with an account.
 *
 * @param userId names the account
 * @param name what the customer is called
 * @param address where orders go unless they say otherwise
 * @param email the e-mail address
 * @param paymentMethods how the customer can pay, by id
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
     * One of the customer's payment methods.
     *
     * @param id its id
     * @return the method
     * @throws ShopException if the customer has none of this id
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

    /** This customer after money came back to one of the payment methods; negative for money that was paid. */
    User credited(String methodId, double amount) throws ShopException {
        Map<String, PaymentMethod> methods = new LinkedHashMap<>(paymentMethods);
        methods.put(methodId, paymentMethod(methodId).credited(amount));
        return new User(userId, name, address, email, methods, orders);
    }
}
