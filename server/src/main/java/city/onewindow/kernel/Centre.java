package city.onewindow.kernel;

/**
 * The service centre that this installation is (政务服务中心).
 *
 * @param region six-digit division code (行政区划代码, GB/T 2260); the leading part of every growing table's key
 * @param name as official documents print it
 * @param nameEn for the English pages
 * @param address where it is, in Chinese, as one would tell a driver; empty if nobody has said it
 */
public record Centre(String region, String name, String nameEn, String address) {

    public Centre {
        if (!region.matches("\\d{6}")) {
            throw new IllegalArgumentException("The region \"" + region + "\" is not a division code."
                    + " onewindow.centre.region takes six digits, such as 410300.");
        }
    }
}
