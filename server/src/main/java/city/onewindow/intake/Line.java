package city.onewindow.intake;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Whose line an address is on. Who has one line of IPv6 has as many addresses on it as he likes: the first half is the line's. */
final class Line {

    private static final int HALF = 8;

    private Line() {}

    /** @param address as the request has it: never a name, so nothing is looked up */
    static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            return InetAddress.getByName(address) instanceof Inet6Address whole
                    ? HexFormat.of().formatHex(Arrays.copyOf(whole.getAddress(), HALF))
                    : address;
        } catch (UnknownHostException unreadable) {
            return address;
        }
    }
}
