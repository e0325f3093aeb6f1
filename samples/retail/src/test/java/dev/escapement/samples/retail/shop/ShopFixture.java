package dev.escapement.samples.retail.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.samples.retail.SampleShop;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.function.Executable;

/** A fixture with the sample's shop, and an assertion that a rejected change has no effect. */
final class ShopFixture {

    private ShopFixture() {}

    static Shop sample() {
        return new Shop(SampleShop.database());
    }

    /** Returns the sample's shop without one of its customers. */
    static Shop without(String userId) {
        Database all = SampleShop.database();
        Map<String, User> users = new LinkedHashMap<>(all.users());
        users.remove(userId);
        return new Shop(new Database(all.products(), users, all.orders()));
    }

    static void assertRefused(Shop shop, String message, Executable change) {
        Database before = shop.snapshot();
        assertEquals(message, assertThrows(ShopException.class, change).getMessage());
        assertEquals(before, shop.snapshot(), "a refusal leaves the database as it was");
    }

    static double balance(Shop shop, String userId, String giftCardId) throws ShopException {
        return ((GiftCard) shop.user(userId).paymentMethod(giftCardId)).balance();
    }
}
