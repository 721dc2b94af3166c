// Types of the application around the client's namespace, with names that the client uses for others.
namespace Orders
{
    internal sealed record ApiError(string Reason);

    internal sealed record ApiRequest(ApiError? Error, System.ArgumentNullException? Argument);
}

namespace Orders.System
{
    internal sealed record ArgumentNullException(string Name);
}
