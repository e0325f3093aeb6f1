package dev.escapement.samples.retail.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.samples.retail.SampleShop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShopTest {

    private final Shop shop = ShopFixture.sample();
    private final Catalogue catalogue = new Catalogue(shop);
    private final UserDirectory directory = new UserDirectory(shop);
    private final AddressChange addressChange = new AddressChange(shop);
    private final Address elsewhere = new Address("1 Far Street", "", "Lund", "Sweden", "M", "22100");

    @Test
    void findsWhatItHas() throws ShopException {
        assertEquals("Desk Lamp", shop.product("2001").name());
        assertEquals(49.9, shop.variant("2001", "3001").price());
        assertEquals("Malmö", shop.user("nora_lind_11").address().city());
        assertEquals(OrderStatus.DELIVERED, shop.order("#S1002").status());
    }

    @Test
    void saysWhatItDoesNotHave() {
        ShopFixture.assertRefused(shop, "Product not found", () -> shop.product("3001"));
        ShopFixture.assertRefused(shop, "Product not found", () -> shop.variant("3001", "3001"));
        ShopFixture.assertRefused(shop, "Variant not found", () -> shop.variant("2001", "3101"));
        ShopFixture.assertRefused(shop, "User not found", () -> shop.user("nora"));
        ShopFixture.assertRefused(shop, "Order not found", () -> shop.order("S1001"));
        ShopFixture.assertRefused(shop, "Item not found", () -> catalogue.variant("2001"));
    }

    @Test
    void findsAVariantWithoutKnowingItsProduct() throws ShopException {
        assertEquals(shop.variant("2002", "3103"), catalogue.variant("3103"));
    }

    @Test
    void listsProductsSortedByName() {
        Map<String, String> ids = catalogue.productIdsByName();
        assertEquals(List.of("Desk Lamp", "Tea Kettle", "Wool Blanket"), new ArrayList<>(ids.keySet()));
        assertEquals("2002", ids.get("Tea Kettle"));
    }

    @Test
    void findsCustomersWhateverTheCase() throws ShopException {
        assertEquals("nora_lind_11", directory.byEmail("Nora.Lind@EXAMPLE.com"));
        assertEquals("otis_varga_12", directory.byNameAndZip("OTIS", "varga", "B3H 1A1"));
    }

    @Test
    void findsCustomersByTheExactPostalCodeOnly() {
        ShopFixture.assertRefused(shop, "User not found", () -> directory.byEmail("nora@example.com"));
        ShopFixture.assertRefused(shop, "User not found", () -> directory.byNameAndZip("Otis", "Varga", "b3h 1a1"));
        ShopFixture.assertRefused(shop, "User not found", () -> directory.byNameAndZip("Otis", "Lind", "21144"));
    }

    @Test
    void sendsAnOrderElsewhereOnlyWhileItIsPending() throws ShopException {
        assertEquals(elsewhere, addressChange.ofOrder("#S1001", elsewhere).address());
        assertEquals(elsewhere, shop.order("#S1001").address());
        ShopFixture.assertRefused(
                shop, "Non-pending order cannot be modified", () -> addressChange.ofOrder("#S1002", elsewhere));
        ShopFixture.assertRefused(shop, "Order not found", () -> addressChange.ofOrder("#S9999", elsewhere));
    }

    @Test
    void movesACustomerButNotTheirOrders() throws ShopException {
        assertEquals(elsewhere, addressChange.ofUser("nora_lind_11", elsewhere).address());
        assertEquals(elsewhere, shop.user("nora_lind_11").address());
        assertEquals("Kanalgatan 8", shop.order("#S1001").address().address1());
        ShopFixture.assertRefused(shop, "User not found", () -> addressChange.ofUser("nobody", elsewhere));
    }

    @Test
    void aSnapshotDoesNotChangeAfterwards() throws ShopException {
        Database snapshot = shop.snapshot();
        addressChange.ofUser("nora_lind_11", elsewhere);
        assertEquals(SampleShop.database(), snapshot);
    }
}
