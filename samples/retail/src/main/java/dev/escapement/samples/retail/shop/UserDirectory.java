package dev.escapement.samples.retail.shop;

import java.util.Locale;
import java.util.function.Predicate;

/** A directory of customers by e-mail address, and by name and postal code. */
public final class UserDirectory {

    private final Shop shop;

    /**
     * Creates a directory of a shop's customers.
     *
     * @param shop the shop
     */
    public UserDirectory(Shop shop) {
        this.shop = shop;
    }

    /**
     * Returns the account id of the customer with a given e-mail address.
     *
     * @param email the address, in any case
     * @return the id of the account
     * @throws ShopException if no user has the address
     */
    public String byEmail(String email) throws ShopException {
        return first(user -> same(user.email(), email));
    }

    /**
     * Returns the account id of the customer with a given name and postal code. If several accounts match, returns the
     * id of the oldest account.
     *
     * @param firstName the given name, in any case
     * @param lastName the family name, in any case
     * @param zip the postal code, exactly
     * @return the id of the account
     * @throws ShopException if no user matches
     */
    public String byNameAndZip(String firstName, String lastName, String zip) throws ShopException {
        return first(user -> same(user.name().firstName(), firstName)
                && same(user.name().lastName(), lastName)
                && user.address().zip().equals(zip));
    }

    private String first(Predicate<User> wanted) throws ShopException {
        for (User user : shop.users()) {
            if (wanted.test(user)) {
                return user.userId();
            }
        }
        throw new ShopException("User not found");
    }

    private static boolean same(String a, String b) {
        return a.toLowerCase(Locale.ROOT).equals(b.toLowerCase(Locale.ROOT));
    }
}
