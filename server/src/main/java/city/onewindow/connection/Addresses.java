package city.onewindow.connection;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which addresses the centre sends to. An address is typed by a person, so that without this anybody who may type one could have
 * this server call whatever it reaches behind the firewall.
 */
@Component
class Addresses {

    private static final int LONGEST = 500;
    private static final int IPV4 = 4;

    private final boolean privateAllowed;

    /** @param privateAllowed for departments within the government's own network, demonstrations and tests */
    Addresses(@Value("${onewindow.connection.private-addresses:${onewindow.demo:false}}") boolean privateAllowed) {
        this.privateAllowed = privateAllowed;
    }

    /** Why nothing is sent there, asked again before each sending, since names move. */
    Optional<String> refusal(String url) {
        if (url.isEmpty()) {
            return Optional.of("请填写接收地址，如 https://xt.example.gov.cn/onewindow。");
        }
        URI address;
        try {
            address = new URI(url);
        } catch (URISyntaxException unreadable) {
            return Optional.of("接收地址读不懂：应是完整的网址，如 https://xt.example.gov.cn/onewindow。");
        }
        String host = address.getHost();
        if (host == null || url.length() > LONGEST || address.getUserInfo() != null || address.getFragment() != null) {
            return Optional.of("接收地址应是完整的网址，最多 " + LONGEST + " 个字符，不带用户名、密码和 # 片段。");
        }
        boolean local = host.equals("localhost") || host.equals("127.0.0.1");
        if (!"https".equals(address.getScheme()) && !(privateAllowed && local && "http".equals(address.getScheme()))) {
            return Optional.of("接收地址必须以 https:// 开头（http:// 只在演示时可用于本机），以免办理信息在途中被看到。");
        }
        return privateAllowed ? Optional.empty() : unreachable(host);
    }

    private static Optional<String> unreachable(String host) {
        try {
            boolean inside = Arrays.stream(InetAddress.getAllByName(host)).anyMatch(Addresses::isInside);
            return inside
                    ? Optional.of(
                            "接收地址“" + host + "”在内部网络中，不能使用。确需发往政务内网的，由运维人员设置 onewindow.connection.private-addresses。")
                    : Optional.empty();
        } catch (UnknownHostException unknown) {
            return Optional.of("找不到接收地址的主机“" + host + "”，请核对域名。");
        }
    }

    /** Everything that isn't a public unicast address. */
    private static boolean isInside(InetAddress one) {
        byte[] bytes = one.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean shared = bytes.length == IPV4
                && (first == 0
                        || first >= 240
                        || first == 100 && second >= 64 && second < 128
                        || first == 198 && (second == 18 || second == 19));
        // fc00::/7, and what carries an IPv4 address within: 64:ff9b::/96, 2002::/16.
        boolean within = one instanceof Inet6Address
                && ((first & 0xfe) == 0xfc || first == 0 || first == 0x20 && second == 0x02);
        return shared
                || within
                || one.isLoopbackAddress()
                || one.isSiteLocalAddress()
                || one.isLinkLocalAddress()
                || one.isAnyLocalAddress()
                || one.isMulticastAddress();
    }
}
